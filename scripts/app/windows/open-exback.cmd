@echo off
rem Starts exback in a terminal window, which closes when exback is left.
"%~dp0exback.exe" %*
if not errorlevel 1 exit /b 0
if errorlevel 130 if not errorlevel 131 exit /b 130
pause
